package org.plazo.workflow.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.ProcessBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * The components that expressions may name, by name. A view: a component is made when an expression first asks for it, so
 * that it may itself need the engine.
 */
final class ProcessBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private volatile @Nullable Set<String> names;

    ProcessBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    Set<String> names() {
        Set<String> known = names;
        if (known == null) {
            known = Set.of(beans.getBeanNamesForAnnotation(ProcessBean.class));
            names = known;
        }
        return known;
    }

    /** The class of a component as it was written, without proxies; null if expressions may not name it. */
    @Nullable
    Class<?> type(String name) {
        Class<?> type = names().contains(name) ? beans.getType(name) : null;
        return type == null ? null : ClassUtils.getUserClass(type);
    }

    /** Whether an expression may call a method on an object: it is one of the components and declares it publicly. */
    static boolean mayCall(Object target, String method) {
        Class<?> type = ClassUtils.getUserClass(target);
        return AnnotatedElementUtils.hasAnnotation(type, ProcessBean.class) && declares(type, method);
    }

    static boolean declares(Class<?> type, String method) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(m -> m.getName().equals(method) && isCallable(m));
    }

    static boolean declares(Class<?> type, String method, int arguments) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(m -> m.getName().equals(method) && isCallable(m) && m.getParameterCount() == arguments);
    }

    private static boolean isCallable(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && names().contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name && names().contains(name) ? beans.getBean(name) : null;
    }

    @Override
    public Set<Object> keySet() {
        return Set.copyOf(names());
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names().stream()
                .map(name -> new SimpleImmutableEntry<Object, Object>(name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.plazo.workflow.engine;

import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.plazo.request.IncomingCommands;
import org.plazo.request.RequestCommands;
import org.plazo.request.TurnCommands;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does a command of the domain again when it lost a race, as {@link ConflictRetry} does for the engine's: around the
 * command's own transaction, and never inside one that is already running. So API and pages need no code for it.
 */
final class CommandRetryAdvisor extends StaticMethodMatcherPointcutAdvisor {

    private static final List<Class<?>> COMMANDS =
            List.of(RequestCommands.class, TurnCommands.class, IncomingCommands.class);

    CommandRetryAdvisor() {
        super((MethodInterceptor) CommandRetryAdvisor::invoke);
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean matches(Method method, Class<?> type) {
        return COMMANDS.stream()
                .filter(commands -> commands.isAssignableFrom(type))
                .anyMatch(commands -> declares(commands, method));
    }

    private static boolean declares(Class<?> commands, Method method) {
        try {
            commands.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return invocation.proceed();
        }
        return Conflicts.<@Nullable Object>retry(invocation.getMethod().getName(), () -> proceed(invocation));
    }

    private static @Nullable Object proceed(MethodInvocation invocation) {
        try {
            // a proceeded invocation is spent: each attempt needs one of its own
            return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }
}

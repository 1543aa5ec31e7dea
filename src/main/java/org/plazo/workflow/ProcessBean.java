package org.plazo.workflow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A component that diagrams may name: <code>${dispatchRequestDelegate}</code> as a delegate or listener,
 * <code>${responseDeadline.nextStepAt(execution)}</code> as a value. Expressions see these components and nothing else of
 * the application, and of each only the public methods its own class declares.
 *
 * <p>A class whose methods are called in expressions must be public, and a method must not be overloaded with the same
 * number of arguments.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ProcessBean {

    /** The name in expressions; by default the class's name with a small first letter. */
    @AliasFor(annotation = Component.class, attribute = "value")
    String value() default "";
}

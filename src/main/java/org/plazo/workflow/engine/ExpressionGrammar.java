package org.plazo.workflow.engine;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.plazo.workflow.DefinitionProblem;

/**
 * The expressions that diagrams may contain: variables and literals, comparisons of them joined by and, or, not; and calls
 * <code>${component.method(variable or literal, ...)}</code> of the process components. It works on the tree that the
 * engine's own parser makes, so that what is checked is what will be evaluated.
 */
final class ExpressionGrammar {

    /** Where an expression stands, which decides its form. */
    enum Place {
        /** a value or a condition */
        VALUE,
        /** the component that does the work, such as <code>${escalateDelegate}</code> */
        DELEGATE,
        /** a timer's instant, always asked of a component */
        TIMER
    }

    private static final Set<AstBinary.Operator> OPERATORS = Set.of(
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE,
            AstBinary.AND,
            AstBinary.OR);

    private final Builder parser = new Builder(Builder.Feature.METHOD_INVOCATIONS);
    private final ProcessBeans beans;

    ExpressionGrammar(ProcessBeans beans) {
        this.beans = beans;
    }

    /** Whether the engine would evaluate a text instead of taking it as it is. */
    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The reason why an expression is refused; empty if it is fine. */
    Optional<DefinitionProblem> check(String elementId, String text, Place place) {
        try {
            Node root = parser.build(text.strip()).getRoot();
            switch (place) {
                case DELEGATE -> checkDelegate(root, text);
                case TIMER -> checkTimer(root, text);
                case VALUE -> checkRoot(root, text);
            }
            return Optional.empty();
        } catch (TreeBuilderException e) {
            return Optional.of(
                    DefinitionProblem.of(elementId, "expression.syntax", text, String.valueOf(e.getMessage())));
        } catch (Refused e) {
            return Optional.of(DefinitionProblem.of(elementId, e.key, e.arguments));
        }
    }

    private void checkDelegate(Node root, String text) throws Refused {
        if (!(root instanceof AstEval) || !(root.getChild(0) instanceof AstIdentifier component)) {
            throw new Refused("delegate.form", text);
        }
        Class<?> type = beans.type(component.getName());
        if (type == null) {
            throw new Refused("component.unknown", component.getName(), known());
        }
        if (!JavaDelegate.class.isAssignableFrom(type)
                && !ExecutionListener.class.isAssignableFrom(type)
                && !TaskListener.class.isAssignableFrom(type)) {
            throw new Refused("delegate.type", component.getName());
        }
    }

    private void checkTimer(Node root, String text) throws Refused {
        if (!(root instanceof AstEval) || !(root.getChild(0) instanceof AstMethod call)) {
            throw new Refused("timer.form", text);
        }
        checkCall(call, text);
    }

    private void checkRoot(Node node, String text) throws Refused {
        if (node instanceof AstComposite) {
            for (int i = 0; i < node.getCardinality(); i++) {
                checkRoot(node.getChild(i), text);
            }
        } else if (node instanceof AstEval) {
            checkValue(node.getChild(0), text);
        } else if (!(node instanceof AstText)) {
            throw new Refused("expression.form", text);
        }
    }

    private void checkValue(Node node, String text) throws Refused {
        if (node instanceof AstNested || node instanceof AstUnary) {
            checkValue(node.getChild(0), text);
        } else if (node instanceof AstBinary binary && OPERATORS.contains(binary.getOperator())) {
            checkValue(node.getChild(0), text);
            checkValue(node.getChild(1), text);
        } else if (node instanceof AstMethod call) {
            checkCall(call, text);
        } else if (!isLiteral(node) && !isVariable(node)) {
            throw new Refused("expression.form", text);
        }
    }

    private void checkCall(AstMethod call, String text) throws Refused {
        if (!(call.getChild(0) instanceof AstDot dot) || !(dot.getChild(0) instanceof AstIdentifier component)) {
            throw new Refused("expression.form", text);
        }
        Class<?> type = beans.type(component.getName());
        if (type == null) {
            throw new Refused("component.unknown", component.getName(), known());
        }
        Node arguments = call.getChild(1);
        for (int i = 0; i < arguments.getCardinality(); i++) {
            if (!isLiteral(arguments.getChild(i)) && !isVariable(arguments.getChild(i))) {
                throw new Refused("expression.form", text);
            }
        }
        String method = method(dot);
        if (!Modifier.isPublic(type.getModifiers())
                || !ProcessBeans.declares(type, method, arguments.getCardinality())) {
            throw new Refused(
                    "method.unknown", component.getName(), method, String.valueOf(arguments.getCardinality()));
        }
    }

    private static String method(AstDot dot) {
        StringBuilder structure = new StringBuilder();
        dot.appendStructure(structure, null);
        return structure.substring(structure.lastIndexOf(".") + 1);
    }

    private static boolean isLiteral(Node node) {
        return node instanceof AstString
                || node instanceof AstNumber
                || node instanceof AstBoolean
                || node instanceof AstNull;
    }

    private boolean isVariable(Node node) {
        return node instanceof AstIdentifier identifier && !beans.containsKey(identifier.getName());
    }

    private String known() {
        return String.join(", ", beans.names().stream().sorted().toList());
    }

    private static final class Refused extends Exception {
        private final String key;
        private final String[] arguments;

        Refused(String key, String... arguments) {
            this.key = key;
            this.arguments = arguments;
        }
    }
}

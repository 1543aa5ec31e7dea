package org.plazo.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.plazo.workflow.DefinitionProblem;

/**
 * Refuses what the {@link DiagramGrammar} does not allow before the engine makes anything of it, whichever way the diagram
 * came in: our own publication, an API, or a definition read back from the database.
 */
final class GuardedBpmnParse extends BpmnParse {

    private final DiagramGrammar grammar;

    GuardedBpmnParse(BpmnParser parser, DiagramGrammar grammar) {
        super(parser);
        this.grammar = grammar;
    }

    @Override
    protected void parseRootElement() {
        for (DiagramGrammar.Refusal refusal : grammar.check(getRootElement())) {
            getProblems().add(new GrammarProblem(refusal.element(), refusal.problem()));
        }
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    /** A refusal in the form of the engine's own parse errors, which keeps its reason as data. */
    static final class GrammarProblem implements Problem {

        private final Element element;
        private final DefinitionProblem problem;

        GrammarProblem(Element element, DefinitionProblem problem) {
            this.element = element;
            this.problem = problem;
        }

        DefinitionProblem problem() {
            return problem;
        }

        @Override
        public String getMessage() {
            return problem.toString();
        }

        @Override
        public int getLine() {
            return element.getLine();
        }

        @Override
        public int getColumn() {
            return element.getColumn();
        }

        @Override
        public @Nullable String getMainElementId() {
            return problem.elementId();
        }

        @Override
        public List<String> getElementIds() {
            return problem.elementId() == null ? List.of() : List.of(problem.elementId());
        }

        @Override
        public String toString() {
            return " | line " + getLine() + " | column " + getColumn();
        }
    }
}

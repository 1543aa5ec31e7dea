package org.plazo.workflow.deployment;

import java.util.List;
import java.util.stream.Stream;
import org.plazo.workflow.DecisionContract;
import org.plazo.workflow.DefinitionProblem;
import org.plazo.workflow.FormContract;
import org.plazo.workflow.ProcessContract;
import org.plazo.workflow.engine.DecisionParser;
import org.plazo.workflow.engine.DiagramParser;
import org.plazo.workflow.policy.PolicyFileCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Checks one file as a whole: what the engine would refuse, and the product's own rules. Stores nothing. */
@Component
class DefinitionChecks {

    /** More than any diagram a person can read. */
    private static final int MAXIMAL_BYTES = 2_000_000;

    private final DiagramParser diagrams;
    private final DecisionParser decisions;
    private final List<DecisionContract> decisionContracts;
    private final List<FormContract> formContracts;
    private final List<ProcessContract> processContracts;
    private final PolicyFileCheck policies;

    DefinitionChecks(
            DiagramParser diagrams,
            DecisionParser decisions,
            PolicyFileCheck policies,
            ObjectProvider<DecisionContract> decisionContracts,
            ObjectProvider<FormContract> formContracts,
            ObjectProvider<ProcessContract> processContracts) {
        this.diagrams = diagrams;
        this.decisions = decisions;
        this.policies = policies;
        this.decisionContracts = decisionContracts.stream().toList();
        this.formContracts = formContracts.stream().toList();
        this.processContracts = processContracts.stream().toList();
    }

    List<DefinitionProblem> check(DefinitionFile file, KnownDefinitions known) {
        if (file.content().length > MAXIMAL_BYTES) {
            return List.of(DefinitionProblem.of(null, "size", String.valueOf(MAXIMAL_BYTES)));
        }
        if (file.kind() == DefinitionFile.Kind.FORM) {
            return FormRules.check(file, formContracts);
        }
        try {
            Document document = Xml.read(file.content());
            return file.kind() == DefinitionFile.Kind.PROCESS
                    ? checkProcess(file, document, known)
                    : checkDecision(file, document);
        } catch (SAXException e) {
            return List.of(DefinitionProblem.of(null, "xml", String.valueOf(e.getMessage())));
        }
    }

    private List<DefinitionProblem> checkProcess(DefinitionFile file, Document document, KnownDefinitions known) {
        return both(
                diagrams.check(file.name(), file.content()),
                both(
                        DiagramRules.check(file, document, known),
                        ProcessContractRules.check(file, document, processContracts)));
    }

    private List<DefinitionProblem> checkDecision(DefinitionFile file, Document document) {
        List<DefinitionProblem> problems =
                both(decisions.check(file.content()), DecisionRules.check(file, document, decisionContracts));
        if (!problems.isEmpty()) {
            return problems;
        }
        // it can be asked: then it is, for everything that the product will ask it
        return policies.faults(file.content()).stream()
                .map(fault -> DefinitionProblem.of(file.id(), "decision.reading", fault))
                .toList();
    }

    private static List<DefinitionProblem> both(List<DefinitionProblem> engine, List<DefinitionProblem> own) {
        return Stream.concat(engine.stream(), own.stream()).distinct().toList();
    }
}

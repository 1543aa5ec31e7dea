package org.plazo.support;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.plazo.request.NewRequest;
import org.plazo.request.RequestCommands;
import org.plazo.request.Urgency;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.plazo.security.UserDirectory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests that not everybody may see, and people who may or may not, for tests. */
@Component
@Lazy
public class SecretRequests {

    public static final String ORDINARY = "ORDINARY";
    public static final String CONFIDENTIAL = "CONFIDENTIAL";
    public static final String COUNTER_TERRORISM = "COUNTER_TERRORISM";

    private final RequestCommands commands;
    private final IdentityService identity;
    private final ProcessEngineConfiguration engine;
    private final UserDirectory users;
    private final JdbcClient jdbc;

    SecretRequests(
            RequestCommands commands,
            IdentityService identity,
            ProcessEngineConfiguration engine,
            UserDirectory users,
            JdbcClient jdbc) {
        this.engine = engine;
        this.commands = commands;
        this.identity = identity;
        this.users = users;
        this.jdbc = jdbc;
    }

    /** A draft that the handler of the demo entered; without one who handles it. */
    public String draft(String label, String classification, String needToKnow) {
        NewRequest draft = new NewRequest(
                "INFORMATION",
                "MININT",
                "DOJ",
                "MOU_2017",
                "DRUGS",
                label,
                label + " facts",
                label + " purpose",
                List.of(label + " measure"),
                Urgency.ROUTINE,
                null,
                classification,
                null,
                null,
                null,
                null);
        String reference =
                commands.create(draft, new Actor("handler", Set.of(Role.HANDLER), Set.of("handler", "confidential")));
        reclassify(reference, classification, needToKnow);
        return reference;
    }

    /** Submitted, without a handler of its own. */
    public String submitted(String label, String classification, String needToKnow) {
        String reference = draft(label, classification, needToKnow);
        jdbc.sql("update cooperation_request set handler = null where reference = ?")
                .param(reference)
                .update();
        commands.submit(reference, Actor.SYSTEM);
        return reference;
    }

    /** As an edit would do it, without telling anybody. */
    public void reclassify(String reference, String classification, String needToKnow) {
        jdbc.sql("""
                        insert into access_class (classification, need_to_know)
                        select :level, :groups where not exists
                          (select 1 from access_class where classification = :level and need_to_know = :groups)""").param("level", classification).param("groups", needToKnow).update();
        jdbc.sql("""
                        update cooperation_request set classification = :level, access_class =
                          (select id from access_class where classification = :level and need_to_know = :groups)
                        where reference = :reference""")
                .param("level", classification)
                .param("groups", needToKnow)
                .param("reference", reference)
                .update();
    }

    /** A user of the test's own, whose password is his name. */
    public Actor user(String id, Role role, String... groups) {
        if (users.find(id).isEmpty()) {
            User user = identity.newUser(id);
            user.setEmail(id + "@test.example");
            user.setPassword(id);
            boolean policy = engine.isEnablePasswordPolicy();
            engine.setEnablePasswordPolicy(false);
            identity.saveUser(user);
            engine.setEnablePasswordPolicy(policy);
            identity.createMembership(id, role.group());
            for (String group : groups) {
                identity.createMembership(id, group);
            }
        }
        return users.find(id).orElseThrow().asActor();
    }
}

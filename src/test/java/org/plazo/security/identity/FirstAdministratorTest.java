package org.plazo.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.plazo.security.Role;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** The first start without the demo, on an engine of its own. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final Pattern PRINTED = Pattern.compile("one-time password\\s+(\\S+)");
    private static ProcessEngine engine;

    private final IdentityAccess identity = new IdentityAccess(engine.getIdentityService());
    private final Logins logins = new Logins(identity);
    private final EngineAuthenticationProvider provider =
            new EngineAuthenticationProvider(identity, logins, new ProvenPasswords(Clock.systemUTC()));
    private final PasswordChange passwords = new PasswordChange(identity, logins);
    private final FirstAdministrator first = new FirstAdministrator(identity, logins);

    @BeforeAll
    static void startEngine() {
        engine = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                .setJobExecutorActivate(false)
                .setAuthorizationEnabled(true)
                .setEnablePasswordPolicy(true)
                .buildProcessEngine();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @BeforeEach
    void nobody() {
        engine.getIdentityService().createUserQuery().list().forEach(user -> engine.getIdentityService()
                .deleteUser(user.getId()));
        new Groups(identity).make();
    }

    @Test
    void printsARandomPasswordOnceAndDemandsANewOne(CapturedOutput output) {
        first.makeIfMissing();
        String password = printed(output);
        assertThat(engine.getIdentityService()
                        .checkPasswordAgainstPolicy(password)
                        .isValid())
                .isTrue();
        assertThat(identity.groupsOf("admin")).contains("admin", Role.ENGINE_ADMIN_GROUP);

        var login = provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("admin", password));
        assertThat(login.getAuthorities()).hasSize(1).first().isEqualTo(Logins.PASSWORD_CHANGE);

        int length = output.getAll().length();
        first.makeIfMissing();
        assertThat(output.getAll()).hasSize(length);
    }

    @Test
    void givesTheRoleWhenANewPasswordIsChosen(CapturedOutput output) {
        first.makeIfMissing();
        String password = printed(output);
        assertThat(passwords.change("admin", "wrong", "Chosen-4-admins", "Chosen-4-admins"))
                .contains("security.password.current-wrong");
        engine.getIdentityService().unlockUser("admin");
        assertThat(passwords.change("admin", password, "Chosen-4-admins", "other"))
                .contains("security.password.not-repeated");
        assertThat(passwords.change("admin", password, password, password)).contains("security.password.not-new");
        assertThat(passwords.change("admin", password, "short", "short")).contains("security.password.too-weak");
        assertThat(passwords.change("admin", password, "Long-4-".repeat(11), "Long-4-".repeat(11)))
                .contains("security.password.too-long");
        assertThat(passwords.change("admin", password, "Chosen-4-bosses", "Chosen-4-bosses"))
                .isEmpty();

        assertThat(logins.find("admin").orElseThrow().authorities())
                .extracting(Object::toString)
                .containsExactly("ROLE_ADMIN");
        assertThatThrownBy(() ->
                        provider.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("admin", password)))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void isTheWayBackInWhenTheLastAdministratorWasRemoved(CapturedOutput output) {
        first.makeIfMissing();
        String lost = printed(output);
        engine.getIdentityService().deleteMembership("admin", "admin");
        engine.getIdentityService().deleteMembership("admin", Role.ENGINE_ADMIN_GROUP);
        first.makeIfMissing();
        Matcher again = PRINTED.matcher(output.getAll());
        assertThat(again.results().count()).isEqualTo(2);
        assertThat(engine.getIdentityService().checkPassword("admin", lost)).isFalse();
    }

    @Test
    void holdsThePasswordPolicyForEverybodyElse() {
        User user = engine.getIdentityService().newUser("weak");
        user.setPassword("weak");
        assertThatThrownBy(() -> engine.getIdentityService().saveUser(user))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("policy");
    }

    @Test
    void leavesThePasswordPolicyOnAfterTheDemoUsersWereMade() {
        new DemoUsers(identity, new Groups(identity), engine).make();
        assertThat(engine.getProcessEngineConfiguration().isEnablePasswordPolicy())
                .isTrue();
        assertThat(engine.getIdentityService().checkPassword("handler", "handler"))
                .isTrue();
        assertThat(identity.groupsOf("admin")).contains(Role.ENGINE_ADMIN_GROUP);
    }

    private static String printed(CapturedOutput output) {
        Matcher password = PRINTED.matcher(output.getAll());
        assertThat(password.find()).isTrue();
        return password.group(1);
    }
}

package org.plazo.security.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for five minutes which passwords were right, because checking one costs a quarter of a second on purpose and
 * a client with HTTP Basic sends it with every call. Kept are digests with a key that lives in this process only; they
 * cover the stored hash, so that a changed password is forgotten at once.
 */
@Component
class ProvenPasswords {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> proven = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    ProvenPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    synchronized void remember(String userId, String password, String storedHash) {
        String digest = digest(userId, password, storedHash);
        proven.remove(digest);
        proven.put(digest, clock.instant());
    }

    synchronized boolean know(String userId, String password, String storedHash) {
        Instant since = proven.get(digest(userId, password, storedHash));
        return since != null && since.plus(KEPT).isAfter(clock.instant());
    }

    private String digest(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((byte) (bytes.length >>> 8));
                mac.update((byte) bytes.length);
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }
}

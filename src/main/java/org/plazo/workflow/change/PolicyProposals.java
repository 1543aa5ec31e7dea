package org.plazo.workflow.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.plazo.workflow.deployment.TableFiles;
import org.plazo.workflow.deployment.TableFiles.State;
import org.plazo.workflow.deployment.TableFiles.TableFile;
import org.plazo.workflow.policy.Policies;
import org.plazo.workflow.policy.PolicyFileCheck;
import org.plazo.workflow.policy.PolicyTables;
import org.springframework.stereotype.Component;

/** Reads the two tables from the folder, each time anew. */
@Component
class PolicyProposals {

    static final List<String> TABLES = List.of(Policies.TIME_LIMITS, Policies.LADDER);

    private final TableFiles files;
    private final PolicyFileCheck reader;
    private final Policies policies;
    private final PolicyRows rows;

    PolicyProposals(TableFiles files, PolicyFileCheck reader, Policies policies, PolicyRows rows) {
        this.files = files;
        this.reader = reader;
        this.policies = policies;
        this.rows = rows;
    }

    PolicyProposal read() {
        int basedOn = rows.latest(1).stream()
                .map(PolicyApplication::number)
                .findFirst()
                .orElse(0);
        List<TableFile> found = new ArrayList<>();
        TABLES.forEach(id -> found.add(files.read(id)));
        Map<String, byte[]> changed = found.stream()
                .filter(file -> file.state() == State.CHANGED)
                .collect(Collectors.toMap(TableFile::id, TableFile::content));
        PolicyTables inForce = inForce();
        return new PolicyProposal(basedOn, hash(basedOn, found), found, inForce, reader.tables(changed, inForce));
    }

    /** The tables as they would be with one other file. */
    PolicyTables with(String id, byte[] content) {
        return reader.tables(Map.of(id, content), inForce());
    }

    PolicyTables inForce() {
        return policies.versions(policies.latestTimeLimits(), policies.latestLadder());
    }

    private static String hash(int basedOn, List<TableFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((basedOn + "\n").getBytes(UTF_8));
            for (TableFile file : files) {
                digest.update((file.id() + " " + file.version() + " " + file.state() + "\n").getBytes(UTF_8));
                if (file.state() == State.CHANGED) {
                    digest.update(file.content());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("No SHA-256", e);
        }
    }
}

package org.plazo.request.imports;

import java.util.List;
import org.plazo.request.NotPermitted;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people may ask about imports that go on in the background, and tell them. */
@Component
@Transactional
class BackgroundImports implements ImportJobs {

    private static final int MOST = 200;

    private final ImportJobRows rows;

    BackgroundImports(ImportJobRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ImportJob> latest(int most, Actor actor) {
        requireImporter(actor);
        return rows.latest(Math.min(most, MOST), actor.hasAny(Role.ADMIN) ? null : actor.userId());
    }

    @Override
    @Transactional(readOnly = true)
    public ImportJob get(long id, Actor actor) {
        requireImporter(actor);
        return rows.find(id)
                .filter(job -> actor.hasAny(Role.ADMIN) || job.startedBy().equals(actor.userId()))
                .orElseThrow(() -> new ImportNotFound(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<ImportReport.Problem> problems(long id, Actor actor) {
        return rows.problems(get(id, actor).id());
    }

    @Override
    public void stop(long id, Actor actor) {
        get(id, actor);
        if (!rows.change(id, ImportJob.State.RUNNING, ImportJob.State.STOPPED)) {
            throw new ImportNotPossible(id, "is not running");
        }
        rows.forgetAll(id);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean anyRunning() {
        return rows.anyRunning();
    }

    /** Roles are asked for what they may, here as everywhere. */
    private static void requireImporter(Actor actor) {
        if (!actor.hasAny(Role.HANDLER, Role.ADMIN)) {
            throw new NotPermitted("Imports need the role of handler or admin");
        }
    }
}

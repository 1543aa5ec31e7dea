package org.plazo.request.imports;

import java.util.List;
import org.plazo.request.NotPermitted;
import org.plazo.request.RequestAccess;
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
    private final RequestAccess access;

    BackgroundImports(ImportJobRows rows, RequestAccess access) {
        this.rows = rows;
        this.access = access;
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
    public List<ImportReport.Problem> problems(long id, int most, Actor actor) {
        return rows.problems(get(id, actor).id(), Math.min(most, ImportReport.MOST_KEPT));
    }

    @Override
    public ImportJob start(long id, boolean skipInvalid, Actor actor) {
        ImportJob job = get(id, actor);
        if (job.invalid() > 0 && !skipInvalid) {
            throw new ImportNotPossible(id, "has rows with problems");
        }
        if (!rows.start(id, skipInvalid)) {
            throw new ImportNotPossible(id, "is not waiting to be stored");
        }
        return get(id, actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Imported> requests(long id, int page, int size, Actor actor) {
        return rows.requests(get(id, actor).id(), page, Math.min(size, MOST), access.readableBy(actor));
    }

    @Override
    public void stop(long id, Actor actor) {
        get(id, actor);
        if (!rows.change(id, ImportJob.State.RUNNING, ImportJob.State.STOPPED)
                && !rows.change(id, ImportJob.State.CHECKED, ImportJob.State.STOPPED)) {
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

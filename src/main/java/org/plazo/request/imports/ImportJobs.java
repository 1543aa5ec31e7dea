package org.plazo.request.imports;

import java.util.List;
import org.plazo.request.RunningImports;
import org.plazo.security.Actor;

/** Imports that go on in the background. Everybody sees his own, an admin all. */
public interface ImportJobs extends RunningImports {

    /** The latest, newest first. */
    List<ImportJob> latest(int most, Actor actor);

    /** @throws ImportNotFound also if it is somebody else's */
    ImportJob get(long id, Actor actor);

    /** The first problems of the file, by line. */
    List<ImportReport.Problem> problems(long id, Actor actor);

    /**
     * Ends an import after the rows that are being stored now; those that were stored stay.
     *
     * @throws ImportNotPossible if it is not running
     */
    void stop(long id, Actor actor);
}

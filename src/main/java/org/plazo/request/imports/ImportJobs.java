package org.plazo.request.imports;

import java.util.List;
import org.plazo.request.Lifecycle;
import org.plazo.request.RunningImports;
import org.plazo.security.Actor;

/** The imports there were, those that go on in the background among them. Everybody sees his own, an admin all. */
public interface ImportJobs extends RunningImports {

    /** The latest, newest first. */
    List<ImportJob> latest(int most, Actor actor);

    /** @throws ImportNotFound also if it is somebody else's */
    ImportJob get(long id, Actor actor);

    /** The first problems of the file, by line; of {@link ImportReport#MOST_KEPT} that are kept. */
    List<ImportReport.Problem> problems(long id, int most, Actor actor);

    /**
     * Stores a file that was checked, from now on in the background.
     *
     * @param skipInvalid leave out the rows with problems
     * @throws ImportNotPossible if it is not waiting for this, or has problems that are not to be left out
     */
    ImportJob start(long id, boolean skipInvalid, Actor actor);

    /**
     * Ends an import after the rows that are being stored now; those that were stored stay. Of a file that was only
     * checked, everything is forgotten.
     *
     * @throws ImportNotPossible if it has ended already
     */
    void stop(long id, Actor actor);

    /**
     * Those of the requests that came of an import which the actor may see, in the order of its file.
     *
     * @param page from 0
     */
    List<Imported> requests(long id, int page, int size, Actor actor);

    /** A request that came of an import; {@code line} is where its row begins in the file. */
    record Imported(long line, String reference, String label, Lifecycle lifecycle) {}
}

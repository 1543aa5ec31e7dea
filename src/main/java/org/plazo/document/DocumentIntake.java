package org.plazo.document;

import java.io.IOException;
import org.plazo.document.DocumentRows.Labels;
import org.plazo.document.Reception.Examined;
import org.plazo.document.file.FileName;
import org.plazo.request.NotPermitted;
import org.plazo.request.RegisterQueries;
import org.plazo.request.RequestAccess;
import org.plazo.request.RequestSummary;
import org.plazo.security.Actor;
import org.plazo.security.Role;
import org.springframework.stereotype.Component;

/** Takes documents in. */
@Component
public class DocumentIntake {

    private static final Role[] MAY_UPLOAD = {Role.HANDLER, Role.MANAGER, Role.HEAD};

    private final RequestAccess access;
    private final RegisterQueries register;
    private final Labelling labelling;
    private final Reception reception;
    private final Filing filing;

    DocumentIntake(
            RequestAccess access, RegisterQueries register, Labelling labelling, Reception reception, Filing filing) {
        this.access = access;
        this.register = register;
        this.labelling = labelling;
        this.reception = reception;
        this.filing = filing;
    }

    /** Whether a person with these roles may add documents and take them out of view. */
    public static boolean isPermittedTo(Actor actor) {
        return actor.hasAny(MAY_UPLOAD);
    }

    static void permit(Actor actor) {
        if (!isPermittedTo(actor)) {
            throw new NotPermitted("Adding and withdrawing documents needs the role of handler, manager or head");
        }
    }

    /**
     * Adds a document to a request.
     *
     * @throws org.plazo.request.RequestNotFound if the actor may not see the request
     * @throws NotPermitted if his role does not allow it
     * @throws DocumentRefused if the file, or what is said about it, is not acceptable
     * @throws IOException if the upload breaks off, or the store cannot be written
     */
    public Document add(String reference, NewDocument upload, Actor actor) throws IOException {
        RequestSummary request = access.toRead(reference, actor);
        permit(actor);
        String name = FileName.checked(upload.name());
        String title = labelling.title(upload.title(), name);
        String language = labelling.language(upload.language());
        String classification = labelling.classification(
                upload.classification(), register.details(reference).classification(), actor);
        Examined received = reception.receive(upload, name);
        try {
            Labels labels = new Labels(name, title, language, classification);
            return filing.file(request.id(), received, labels, actor);
        } finally {
            reception.drop(received);
        }
    }
}

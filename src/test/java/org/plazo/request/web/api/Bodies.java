package org.plazo.request.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON bodies for the API. */
public final class Bodies {

    public static final String REQUEST = """
            {"kind":"INFORMATION","requestingAuthority":"FGR","requestedAuthority":"DOJ","legalBasis":"MOU_2017",
             "crimeArea":"CYBERCRIME","label":"Consulta de prueba","facts":"Hechos\\nen dos líneas","purpose":"Fin",
             "measures":["Conservar registros","Copia certificada"],"urgency":"URGENT","urgencyReason":"Los datos se borran",
             "datedOn":"2026-01-05","requestedOn":"2026-12-01"}""";

    /** What the other side asks of us. */
    public static final String INCOMING = """
            {"direction":"INCOMING","channel":"DIPLOMATIC_NOTE","kind":"INFORMATION","requestingAuthority":"DOJ",
             "requestedAuthority":"FGR","legalBasis":"MOU_2017","crimeArea":"CYBERCRIME","label":"Solicitud recibida",
             "measures":["Conservar registros","Copia certificada"],"urgency":"ROUTINE","datedOn":"2026-01-05",
             "theirReference":"DOJ-4711"}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /** The request with one field set to a JSON value. */
    public static String requestWith(String field, String jsonValue) {
        return with(REQUEST, field, jsonValue);
    }

    public static String incomingWith(String field, String jsonValue) {
        return with(INCOMING, field, jsonValue);
    }

    /** A body with one field set to a JSON value. */
    public static String with(String json, String field, String jsonValue) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree(json);
            JsonNode value = JSON.readTree(jsonValue);
            body.set(field, value);
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

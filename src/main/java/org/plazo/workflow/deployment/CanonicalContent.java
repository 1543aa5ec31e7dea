package org.plazo.workflow.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import org.plazo.workflow.deployment.DefinitionFile.Kind;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * What a file says, without how it is laid out: two files that say the same are the same version. For diagrams and tables
 * that leaves out where shapes stand, their colours, column widths, white space, comments, prefixes, the order of
 * attributes and the editor's name; for forms the editor's name and how the JSON is written.
 */
final class CanonicalContent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> LAYOUT = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://camunda.org/schema/modeler/1.0",
            "http://www.w3.org/2000/xmlns/");

    private CanonicalContent() {}

    /** Whether two versions of a file say the same; a version that cannot be read says only what its bytes are. */
    static boolean same(Kind kind, byte[] one, byte[] other) {
        if (Arrays.equals(one, other)) {
            return true;
        }
        try {
            return kind == Kind.FORM ? form(one).equals(form(other)) : xml(one).equals(xml(other));
        } catch (SAXException | IOException e) {
            return false;
        }
    }

    private static JsonNode form(byte[] content) throws IOException {
        JsonNode form = JSON.readTree(content);
        if (form instanceof ObjectNode object) {
            object.remove("exporter");
            return object;
        }
        throw new JsonNotAnObject();
    }

    private static String xml(byte[] content) throws SAXException {
        StringBuilder out = new StringBuilder();
        write(Xml.read(content).getDocumentElement(), out);
        return out.toString();
    }

    private static void write(Element element, StringBuilder out) {
        if (LAYOUT.contains(element.getNamespaceURI())) {
            return;
        }
        out.append('<')
                .append('{')
                .append(element.getNamespaceURI())
                .append('}')
                .append(element.getLocalName());
        attributes(element).forEach((name, value) -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(value.replace("\"", "&quot;"))
                .append('"'));
        out.append('>');
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text part) {
                text.append(part.getData());
            } else if (child instanceof Element inner) {
                write(inner, out);
            }
        }
        out.append(text.toString().strip().replace("<", "&lt;")).append("</>");
    }

    private static TreeMap<String, String> attributes(Element element) {
        TreeMap<String, String> sorted = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String namespace = attribute.getNamespaceURI() == null ? "" : attribute.getNamespaceURI();
            boolean editor = attribute.getName().equals("exporter")
                    || attribute.getName().equals("exporterVersion");
            if (!LAYOUT.contains(namespace) && !editor) {
                sorted.put("{" + namespace + "}" + attribute.getLocalName(), attribute.getValue());
            }
        }
        return sorted;
    }

    private static final class JsonNotAnObject extends JsonProcessingException {
        JsonNotAnObject() {
            super("A form is a JSON object");
        }
    }
}

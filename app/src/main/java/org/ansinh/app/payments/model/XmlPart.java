package org.ansinh.app.payments.model;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element with what is in it, by local names: the versions of a message differ in their namespace, not in what is read here. A file is read part by part, so that a
 * hundred thousand of them need the room of one.
 */
record XmlPart(String name, String text, int line, List<XmlPart> parts) {

    private static final int DEEPEST = 40;

    /** Hands over every part of these names that is not within another of them; returns the name of the element right below the root. */
    static String read(byte[] content, Set<String> names, Consumer<XmlPart> each) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        // a statement needs no entities, and a file from outside may not open others
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        int depth = 0;
        var message = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2) {
                    message = xml.getLocalName();
                }
                if (names.contains(xml.getLocalName())) {
                    each.accept(part(xml, 0));
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return message;
    }

    private static XmlPart part(XMLStreamReader xml, int depth) throws XMLStreamException {
        var name = xml.getLocalName();
        int line = xml.getLocation().getLineNumber();
        if (depth > DEEPEST) {
            throw new XMLStreamException("too deep at " + name, xml.getLocation());
        }
        var text = new StringBuilder();
        var parts = new ArrayList<XmlPart>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                parts.add(part(xml, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                return new XmlPart(name, text.toString().strip(), line, parts);
            }
        }
    }

    /** The first one along a path like {@code StsRsnInf/Rsn/Cd}. */
    Optional<XmlPart> at(String path) {
        var found = this;
        for (String step : path.split("/", -1)) {
            var next = found.parts.stream().filter(it -> it.name.equals(step)).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found = next.get();
        }
        return Optional.of(found);
    }

    /** The text of the first of these paths that has one. */
    Optional<String> text(String... paths) {
        for (String path : paths) {
            var found = at(path).map(XmlPart::text).filter(it -> !it.isEmpty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    List<XmlPart> all(String name) {
        return parts.stream().filter(it -> it.name.equals(name)).toList();
    }
}

// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;

/**
 * Records as XML elements, in both directions by one rule, so that neither can say what the other does not. In the order of its
 * components, a value is an attribute, a record an element, a list of records an element each. Names are those of the components
 * with dashes; units at their ends are shortened: {@code meanMillis} is {@code mean-ms}. The schemas hold the result to it.
 */
final class RecordXml {
    private RecordXml() {}

    /** Writes a record as an element. */
    static void write(XmlFile file, String name, Record written) throws XMLStreamException {
        if (children(written.getClass()).isEmpty()) {
            file.empty(name, attributes(written));
        } else {
            file.element(name, attributes(written), xml -> children(xml, written));
        }
    }

    /** Its attributes, those that are not known left out. */
    static Map<String, Object> attributes(Record written) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (RecordComponent component : written.getClass().getRecordComponents()) {
            Object value = value(component, written);
            Form form = component.getAnnotation(Form.class);
            if (form != null && form.inline()) {
                attributes.putAll(attributes((Record) value));
            } else if (isAttribute(component)) {
                Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
                boolean unknown =
                        given == null || form != null && form.absentIfUnknown() && !Double.isFinite((double) given);
                if (!unknown) {
                    attributes.put(name(component), given);
                }
            }
        }
        return attributes;
    }

    private static void children(XmlFile xml, Record written) throws XMLStreamException {
        for (RecordComponent component : children(written.getClass())) {
            Object value = value(component, written);
            if (value instanceof Record one) {
                write(xml, name(component), one);
            } else if (value instanceof Optional<?> optional && optional.isPresent()) {
                write(xml, name(component), (Record) optional.get());
            } else if (value instanceof List<?> list) {
                for (Object one : list) {
                    write(xml, name(component), (Record) one);
                }
            }
        }
    }

    /** Reads an element that holds to its schema. */
    static <R extends Record> R read(Element element, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> value(component, element))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no record of the run folder", e);
        }
    }

    private static Object value(RecordComponent component, Element element) {
        Form form = component.getAnnotation(Form.class);
        Class<?> type = component.getType();
        String name = name(component);
        if (form != null && form.inline()) {
            return read(element, type.asSubclass(Record.class));
        }
        if (type.isRecord()) {
            return read(CheckedXml.child(element, name), type.asSubclass(Record.class));
        }
        if (type == List.class) {
            return CheckedXml.children(element, name).stream()
                    .map(child -> read(child, inner(component).asSubclass(Record.class)))
                    .toList();
        }
        if (type != Optional.class) {
            boolean absent = form != null && !element.hasAttribute(name);
            return absent && form.absentIfUnknown()
                    ? (Object) Double.NaN
                    : absent ? form.otherwise() : scalar(element, name, type);
        }
        Class<?> inner = inner(component);
        return inner.isRecord()
                ? CheckedXml.children(element, name).stream()
                        .map(child -> read(child, inner.asSubclass(Record.class)))
                        .findFirst()
                : element.hasAttribute(name) ? Optional.of(scalar(element, name, inner)) : Optional.empty();
    }

    private static Object scalar(Element element, String name, Class<?> type) {
        if (type == int.class) {
            return (int) CheckedXml.whole(element, name);
        } else if (type == long.class || type == Long.class) {
            return CheckedXml.whole(element, name);
        } else if (type == double.class || type == Double.class) {
            return CheckedXml.number(element, name);
        } else if (type == Instant.class) {
            return CheckedXml.instant(element, name);
        } else if (type == String.class) {
            return element.getAttribute(name);
        }
        throw new IllegalStateException("no attribute has the type " + type);
    }

    private static List<RecordComponent> children(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !isAttribute(component))
                .filter(component -> component.getAnnotation(Form.class) == null)
                .toList();
    }

    private static boolean isAttribute(RecordComponent component) {
        Class<?> type = component.getType();
        boolean holdsRecords = (type == Optional.class || type == List.class)
                && inner(component).isRecord();
        return !type.isRecord() && !holdsRecords;
    }

    private static Class<?> inner(RecordComponent component) {
        Type inner = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return (Class<?>) inner;
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static String name(RecordComponent component) {
        String dashed = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String shortened = dashed.replaceAll("-millis$", "-ms")
                .replaceAll("-micros$", "-us")
                .replaceAll("-per-second$", "-per-s");
        boolean many = component.getType() == List.class;
        return many ? shortened.substring(0, shortened.length() - 1) : shortened;
    }
}

// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host.binding;

import java.util.Collection;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.validation.Schema;
import org.apache.cxf.databinding.DataWriter;
import org.apache.cxf.databinding.source.SourceDataBinding;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.service.model.MessagePartInfo;
import org.messkit.services.host.binding.PayloadProvider.AnswerSource;

/** Lets an answer write itself to CXF's own writer; CXF would copy any other source event by event. */
final class AnswerDataBinding extends SourceDataBinding {
    @Override
    @SuppressWarnings("unchecked")
    public <T> DataWriter<T> createWriter(Class<T> type) {
        DataWriter<T> standard = super.createWriter(type);
        return type == XMLStreamWriter.class
                ? (DataWriter<T>) new AnswerWriter((DataWriter<XMLStreamWriter>) standard)
                : standard;
    }

    /** Hands answers to themselves and everything else, faults above all, to CXF. */
    private record AnswerWriter(DataWriter<XMLStreamWriter> standard) implements DataWriter<XMLStreamWriter> {
        @Override
        public void write(Object value, XMLStreamWriter out) {
            if (value instanceof AnswerSource source) {
                write(source, out);
            } else {
                standard.write(value, out);
            }
        }

        @Override
        public void write(Object value, MessagePartInfo part, XMLStreamWriter out) {
            if (value instanceof AnswerSource source) {
                write(source, out);
            } else {
                standard.write(value, part, out);
            }
        }

        private static void write(AnswerSource source, XMLStreamWriter out) {
            try {
                source.answer().writeTo(out);
            } catch (XMLStreamException e) {
                throw new Fault(e);
            }
        }

        @Override
        public void setSchema(Schema schema) {
            standard.setSchema(schema);
        }

        @Override
        public void setAttachments(Collection<Attachment> attachments) {
            standard.setAttachments(attachments);
        }

        @Override
        public void setProperty(String key, Object value) {
            standard.setProperty(key, value);
        }
    }
}

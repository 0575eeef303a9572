// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.messkit.loads.Load;

/** How what is in frames looks as JSON where the library cannot tell by itself. */
final class WireForm {
    private static final String MODEL = "model";

    private WireForm() {}

    static Gson gson() {
        return new GsonBuilder()
                .disableHtmlEscaping()
                // What may be absent is null, and what is missing altogether is a fault.
                .serializeNulls()
                .serializeSpecialFloatingPointValues()
                .registerTypeAdapter(Duration.class, (JsonSerializer<Duration>)
                        (duration, type, context) -> new JsonPrimitive(duration.toString()))
                .registerTypeAdapter(Duration.class, (JsonDeserializer<Duration>)
                        (json, type, context) -> Duration.parse(json.getAsString()))
                .registerTypeAdapter(Histogram.class, (JsonSerializer<Histogram>)
                        (histogram, type, context) -> new JsonPrimitive(encoded(histogram)))
                .registerTypeAdapter(Histogram.class, (JsonDeserializer<Histogram>)
                        (json, type, context) -> decoded(json.getAsString()))
                .registerTypeAdapter(Load.class, (JsonSerializer<Load>) (load, type, context) -> {
                    JsonObject json = context.serialize(load, load.getClass()).getAsJsonObject();
                    json.addProperty(MODEL, load.model());
                    return json;
                })
                .registerTypeAdapter(Load.class, (JsonDeserializer<Load>) (json, type, context) -> context.deserialize(
                        json,
                        Load.kind(json.getAsJsonObject().get(MODEL).getAsString())
                                .type()))
                .registerTypeAdapterFactory(new Optionals())
                .create();
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    private static Histogram decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(bytes), 0);
        } catch (DataFormatException | RuntimeException e) {
            throw new JsonParseException("a histogram cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is there, or null. */
    private static final class Optionals implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked")
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            if (type.getRawType() != Optional.class) {
                return null;
            }
            var inner =
                    gson.getAdapter(TypeToken.get(((ParameterizedType) type.getType()).getActualTypeArguments()[0]));
            return (TypeAdapter<T>) new Maybe<>(inner);
        }
    }

    private static final class Maybe<E> extends TypeAdapter<Optional<E>> {
        private final TypeAdapter<E> inner;

        Maybe(TypeAdapter<E> inner) {
            this.inner = inner;
        }

        @Override
        public void write(JsonWriter out, Optional<E> value) throws IOException {
            if (value.isEmpty()) {
                out.nullValue();
            } else {
                inner.write(out, value.get());
            }
        }

        @Override
        public Optional<E> read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
            }
            return Optional.of(inner.read(in));
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a component of a record stands in XML, where that is not what {@link RecordXml} makes of its name and type. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Form {
    /** Its own attributes stand among those of the record that it is in. */
    boolean inline() default false;

    /** A number that is not known is left out. */
    boolean absentIfUnknown() default false;

    /** What an older file means that does not say it. */
    String otherwise() default "";
}

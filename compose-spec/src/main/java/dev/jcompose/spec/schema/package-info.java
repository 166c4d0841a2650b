/// Checks documents against the JSON Schema of Compose files, which lies in this package's
/// resources, one file an element.
///
/// {@link dev.jcompose.spec.schema.SchemaCheck} is the step. Only {@code NetworkntValidator} sees
/// the library behind it.
@NullMarked
package dev.jcompose.spec.schema;

import org.jspecify.annotations.NullMarked;

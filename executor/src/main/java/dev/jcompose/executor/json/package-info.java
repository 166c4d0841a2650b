/// JSON as engines and programs beside them speak it: a tree of values, read and written.
///
/// Nearly every command asks an engine first, so this is small on purpose: it loads a dozen classes
/// where a library loads hundreds.
@NullMarked
package dev.jcompose.executor.json;

import org.jspecify.annotations.NullMarked;

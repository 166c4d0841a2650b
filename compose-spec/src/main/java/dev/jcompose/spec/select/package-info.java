/// Which services of a project are meant: by profile and by name.
@NullMarked
package dev.jcompose.spec.select;

import org.jspecify.annotations.NullMarked;

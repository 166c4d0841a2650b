@NullMarked
package dev.jcompose.cli.generate;

import org.jspecify.annotations.NullMarked;

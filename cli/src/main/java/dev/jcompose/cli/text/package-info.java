/// Forms of output: colours, tables, JSON, ages, ports.
@NullMarked
package dev.jcompose.cli.text;

import org.jspecify.annotations.NullMarked;

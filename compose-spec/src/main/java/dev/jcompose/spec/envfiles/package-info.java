/// What services take from files: variables (`env_file`) and labels (`label_file`).
@NullMarked
package dev.jcompose.spec.envfiles;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.jcompose.executor.docker.http;

import org.jspecify.annotations.NullMarked;

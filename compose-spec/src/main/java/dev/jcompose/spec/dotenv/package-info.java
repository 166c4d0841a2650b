/// Files of variables: `.env` and what `env_file` names.
@NullMarked
package dev.jcompose.spec.dotenv;

import org.jspecify.annotations.NullMarked;

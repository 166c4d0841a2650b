<?php
// Read by the wp-config.php of Debian's package. The password is read at run time, and is in no image.
define('DB_HOST', getenv('WORDPRESS_DB_HOST'));
define('DB_NAME', getenv('WORDPRESS_DB_NAME'));
define('DB_USER', getenv('WORDPRESS_DB_USER'));
define('DB_PASSWORD', rtrim(file_get_contents('/run/secrets/db_password'), "\n"));
define('DB_CHARSET', 'utf8mb4');

define('WP_CONTENT_DIR', '/var/lib/wordpress/wp-content');
define('DISALLOW_FILE_MODS', true);

// Whatever address the visitor used is the site's address, so any published port works.
$site = 'http://' . ($_SERVER['HTTP_HOST'] ?? 'localhost');
define('WP_HOME', $site);
define('WP_SITEURL', $site);

// The secret keys: made on the first start, kept in the volume.
require '/var/lib/wordpress/keys.php';

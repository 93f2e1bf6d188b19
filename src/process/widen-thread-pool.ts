// Imported for its effect and before all else: libuv reads the variable when its pool is first used, which other
// modules do as they are loaded. With the default of four threads, four names whose DNS servers do not answer would
// hold up all file access and compression.
process.env['UV_THREADPOOL_SIZE'] ||= '64';

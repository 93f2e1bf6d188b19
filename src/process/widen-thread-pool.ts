// Imported for its effect and before all else: libuv reads the variable when its pool is first used, which other modules
// do as they are loaded. Four threads, the default, are held by four names whose servers say nothing, and files and
// compression wait behind them.
process.env['UV_THREADPOOL_SIZE'] ||= '64';

// `dotnet ef` wants a start-up project that can run; all it uses of it are the factories beside this file.
return 0;

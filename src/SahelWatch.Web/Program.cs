using SahelWatch;

return await SahelWatchApp.RunAsync(args);

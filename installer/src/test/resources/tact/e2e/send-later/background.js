// Answers other add-ons as Send Later does (its onMessageExternalListener): its id, and a time the way it writes one.
browser.runtime.onMessageExternal.addListener(({ action, value }) => {
  switch (action) {
    case "getUUID":
      return Promise.resolve("5f6e2c1e-0d7b-4c55-9a53-8f4a6a3f6d10");
    case "parseDate":
      return Promise.resolve(new Date(value.replace(" ", "T")).toString());
    default:
      return false;
  }
});

// Says whether a passkey can be made on this very device, with what unlocks it.
export default async function passkeyAble(input) {
  const passkeys = window.PublicKeyCredential;
  if (!passkeys?.parseCreationOptionsFromJSON) return;
  input.value = await passkeys.isUserVerifyingPlatformAuthenticatorAvailable();
}

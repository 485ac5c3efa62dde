// Under another name than the portal's own a browser refuses passkeys: says which is the right one.
export default function elsewhere(fault, status, host) {
  return fault.name === "SecurityError" ? status.dataset.elsewhere.replace("HOST", host) : undefined;
}

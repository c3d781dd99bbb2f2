/** The script about being offline; a page without something to save or to list does not carry it. */
export function OfflineScript() {
  return <script type="module" src={process.env['PORTAL_OFFLINE_SCRIPT']} />;
}

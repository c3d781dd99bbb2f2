/** The foot of every page: who publishes, how to reach them, the standing pages, the marks of a government site where they are filled in. */
import type { Site } from '@/lib/content/site';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf, type Address } from '@/lib/routes';
import { foreignTag } from './foreign-tag';

interface SiteFooterProps {
  readonly site: Site;
  readonly locale: Locale;
  /** The page's own address; undefined for a page that has none. */
  readonly address: Address | undefined;
}

export function SiteFooter({ site, locale, address }: SiteFooterProps) {
  const { footer } = messages(locale);
  const here = address?.kind === 'page' ? address.slug : undefined;
  return (
    <footer className="site-footer">
      {site.footer.length > 0 && (
        <nav className="site-footer__pages" aria-label={footer.label}>
          <ul>
            {site.footer.map(({ slug, title, shownLocale }) => (
              <li key={slug}>
                <a href={pathOf({ kind: 'page', locale, slug })} lang={foreignTag(shownLocale, locale)} aria-current={slug === here ? 'page' : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ul className="site-footer__imprint">
        <li>{fill(footer.organiser, { organisation: site.organisation })}</li>
        <Contact site={site} locale={locale} />
        <Marks marks={site.marks} locale={locale} />
      </ul>
    </footer>
  );
}

function Contact({ site: { contact }, locale }: { readonly site: Site; readonly locale: Locale }) {
  const { footer, joint } = messages(locale);
  if (!contact) return null;
  const { address, telephone, email } = contact;
  return (
    <>
      {address && <li>{footer.address + joint.colon + address}</li>}
      {telephone && (
        <li>
          {footer.telephone + joint.colon}
          <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a>
        </li>
      )}
      {email && (
        <li>
          {footer.email + joint.colon}
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
    </>
  );
}

/** The registers that the numbers can be looked up in: ICP filings at the ministry, public security filings at the police. */
function Marks({ marks: { icp, police, siteCode, identity, report }, locale }: { readonly marks: Site['marks']; readonly locale: Locale }) {
  const { footer } = messages(locale);
  return (
    <>
      {siteCode && <li>{fill(footer.siteCode, { code: siteCode })}</li>}
      {icp && (
        <li lang="zh-Hans">
          <a href="https://beian.miit.gov.cn/">{icp}</a>
        </li>
      )}
      {police && (
        <li lang="zh-Hans">
          <a href={`https://beian.mps.gov.cn/#/query/webSearch?code=${police.replace(/\D/g, '')}`}>{police}</a>
        </li>
      )}
      {identity && (
        <li>
          <a href={identity}>{footer.identity}</a>
        </li>
      )}
      {report && (
        <li>
          <a href={report}>{footer.report}</a>
        </li>
      )}
    </>
  );
}

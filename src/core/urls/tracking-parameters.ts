/**
 * Query parameters that say where a reader came from, and never which page it is. From the lists of Firefox's query
 * stripping, ClearURLs and miniflux's `urlcleaner`, and from the campaign parameters of analytics systems that news
 * publishers use.
 */
const NAMES: ReadonlySet<string> = new Set(
  `fbclid gclid dclid gclsrc gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok
  _ga _gl _ke _hsenc _hsmi hsctatracking ml_subscriber ml_subscriber_hash wt_mc wt.mc_id wt_zmc wtmc wt_nav xtor xtref
  cmpid cmp ncid ocid ito s_cid s_kwcid smid smtyp scid sc_cid sref ref_src ref_url spm trk trkcampaign ftag
  guccounter guce_referrer guce_referrer_sig ved usg sharetype share_source sharefrom isappinstalled maca mbid
  soc_src soc_trk tblci taboolaclickid obclid oborigurl dicbo rb_clickid elqtrack elqtrackid zanpid
  at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_type at_link_origin at_ptr_name
  at_bbc_team at_format fb_action_ids fb_action_types fb_source fb_ref ns_mchannel ns_source ns_campaign ns_linkname ns_fee
  campaign_id campaignid mod_rss cid_rss feedtype feedname itm_source itm_medium itm_campaign itm_content
  user_email_address __twitter_impression __s __hstc __hssc __hsfp _openstat icid int_source int_medium int_campaign
  ico echobox emcid srnd src_ref`
    .trim()
    .split(/\s+/),
);

const PREFIXES = [
  'utm_',
  'utm-',
  'hsa_',
  'pk_',
  'mtm_',
  'matomo_',
  'piwik_',
  'oly_',
  'vero_',
  'stm_',
  'guce_',
];

/** Parameters that are tracking only with certain values: `?source=rss`, `?ref=feed`. */
const ORIGIN_NAMES: ReadonlySet<string> = new Set([
  'source',
  'src',
  'ref',
  'referrer',
  'partner',
  'from',
  'via',
  'feed',
  'rss',
  'cid',
]);
const ORIGIN_VALUE =
  /^(?:rss\d*|rss[-_ ]?feeds?|feeds?|atom|xml|newsletter|twitter|facebook|linkedin|whatsapp|telegram|social|google|gnews|googlenews|homepage|rssnyt|1|true|)$/i;

/** Whether `name=value` only says where a reader came from. */
export function isTrackingParameter(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (NAMES.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix))) return true;
  return (
    ORIGIN_NAMES.has(lower) &&
    ORIGIN_VALUE.test(value) &&
    (value !== '1' || lower === 'rss' || lower === 'feed')
  );
}

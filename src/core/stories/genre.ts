const ROUND_UP =
  /(?:\b(?:the|this|last) week\b|\bweek in\b|\bweekly\b|\bround-?up\b|\brecap\b|\bdigest\b|\bnewsletter\b|\bin brief\b|la semaine|revue de presse|en bref|la semana|resumen|la settimana|in breve|a semana|resumo|wochen(?:rückblick|schau|überblick)|die woche|kurz notiert|за неделю|неделя|итоги|обзор|de week|tydzień|tygodnia|一周|一週|周报|週報|本周|本週|盘点|盤點|要闻|速览|週間まとめ|今週の|まとめ|この一週|주간|이번 주|한 주|모음)/u;
const ANALYSIS =
  /(?:\banalysis\b|\bexplainer\b|\bopinion\b|\bcomment(?:ary)?\b|\bwhy\b|\bhow\b|\bwhat .{3,60} means?\b|\banalyse\b|décrypt|pourquoi|comment |tribune|hintergrund|kommentar|\bwarum\b|\bwieso\b|análisis|por qué|opinión|\banalisi\b|perché|análise|por que|анализ|разбор|почему|мнение|分析|解读|解讀|为何|為何|为什么|評論|评论|解説|なぜ|コラム|社説|해설|분석|칼럼|사설|왜 )/u;

/** The genre that a title, in lower case, shows: a round-up of several events, or an analysis. */
export function genreOf(title: string): 'round-up' | 'analysis' | undefined {
  if (ROUND_UP.test(title)) return 'round-up';
  return ANALYSIS.test(title) ? 'analysis' : undefined;
}

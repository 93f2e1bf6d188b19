/** What readers did with an article, in the words that feeds count it with. Beginnings of words, lower case. */
const COUNTED = [
  'comment', 'repl(?:y|ies)', 'view', 'read', 'like', 'share', 'reaction', 'vote', 'point', 'download', 'play', 'listen',
  'bookmark', 'response', 'upvote', 'kommentar', 'aufruf', 'antwort', 'gelesen', 'ansicht', 'commentaire', 'vue', 'lecture',
  'réaction', 'partage', 'réponse', 'comentario', 'comentário', 'visita', 'visualiza', 'lectura', 'leitura', 'respuesta',
  'resposta', 'compartid', 'commenti', 'lettur', 'condivision', 'reacti', 'weergave', 'gelezen', 'komentarz', 'odsłon',
  'wyświetle', 'odpowied', 'komentář', 'zobrazen', 'комментар', 'коммент', 'просмотр', 'прочтени', 'ответ', 'лайк',
  'коментар', 'перегляд', 'відповід', 'yorum', 'görüntülen', 'okunma', 'beğeni', 'visning', 'svar', 'kommentti', 'katselu',
  'bình luận', 'lượt xem', 'komentar', 'dilihat', 'تعليق', 'مشاهدة', 'قراءة', 'تعليقات', 'تعليقا', 'نظر', 'بازدید', 'תגובות',
  'צפיות', 'टिप्पणि', 'बार देखा', 'व्यूज', 'মন্তব্য', 'ความคิดเห็น', 'ครั้ง', '评论', '評論', '回复', '回覆', '回應', '留言', '阅读', '閱讀',
  '浏览', '瀏覽', '点赞', '讚', '点击', '點擊', '热度', 'コメント', '閲覧', 'いいね', 'ビュー', '件の返信', '댓글', '조회', '좋아요', '추천', '공감',
].join('|'); // biome-ignore format: a table

const NUMBER = String.raw`(?<![\p{L}\d])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,3}(?!\d)|\d(?:[\d.,’']{0,14}\d)?)\s?(?:k|m|mio|mil|mln|tsd|tys|тыс|万|萬|만|천|千)?\+?`;
const AFTER = new RegExp(
  String.raw`${NUMBER}\.?\s{0,2}(?:条|條|个|個|則|则|件の?|개의?|次|人|x|×)?\s?(?:${COUNTED})\p{L}{0,12}`,
  'giu',
);
const BEFORE = new RegExp(
  String.raw`(?:${COUNTED})\p{L}{0,12}(?:\s?数|\s?數|\s?수)?\s{0,2}[:：(（\[|·]?\s{0,2}${NUMBER}(?:次|人|条|條|회|건|件|개)?`,
  'giu',
);
/** `(17)`, `[1.2k]`; and a number beside a picture of what it counts. */
const BRACKETED = /[([（【]\s?\d[\d.,]{0,12}\s?[km万]?\s?[)\]）】]/giu;
const BESIDE_ICON = /[\p{Extended_Pictographic}▲▼↑♥★☆]\ufe0f?\s{0,2}\d[\d.,]{0,12}\s?[km万]?/giu;
/** Units of time as feeds print them. Beginnings of words. */
const UNIT = String.raw`\d{1,3}\s?(?:sec|min|hour|hr|day|sek|stund|std|tag|heure|jour|hora|día|dia|ora|ore|giorn|uur|dag|godz|dni|hodin|сек|мин|час|дн|день|дня|хв|годин|saat|dakika|gün|giờ|phút|jam|menit|दقيق|دقيق|ساعة|ساعات|घंट|मिनट|分钟|分鐘|小时|小時|天|分|時間|日|분|시간|일)\p{L}{0,6}\.?`;
/** `5 minutes ago`, `5分前`; and `vor 5 Minuten`, `il y a 5 minutes`. */
const AGO_AFTER = new RegExp(
  String.raw`(?<!\d)${UNIT}\s?(?:ago|назад|тому|geleden|temu|fa|atrás|sedan|siden|önce|trước|lalu|yang lalu|पहले|之?前|전)`,
  'giu',
);
const AGO_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:vor|il y a|hace|há|för|for|před|πριν|منذ|قبل)\s${UNIT}`,
  'giu',
);

/**
 * Folds a text so that a count of its readers, or the time since it appeared, does not change it:
 * `(17 comments)`, `阅读 3,456`, `5 minutes ago`. Other numbers stay: they are news.
 */
export function withoutCounters(text: string): string {
  if (!/\d/.test(text)) return text;
  return text
    .replace(AGO_AFTER, ' ')
    .replace(AGO_BEFORE, ' ')
    .replace(AFTER, ' ')
    .replace(BEFORE, ' ')
    .replace(BRACKETED, ' ')
    .replace(BESIDE_ICON, ' ');
}

/** Where a text counts its readers: at its ends. Characters. */
const ENDS = 80;

/** Whether a text begins or ends with a count of its readers or the time since it appeared. */
export function hasCounter(text: string): boolean {
  return [text.slice(0, ENDS), text.length > ENDS ? text.slice(-ENDS) : ''].some(
    (end) => withoutCounters(end) !== end,
  );
}

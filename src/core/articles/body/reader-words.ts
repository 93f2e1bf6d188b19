/** Words that address the reader. */
export const READER =
  /(?<!\p{L})(?:you|your|Sie|Ihre?[nmrs]?|[Dd]eine?[nmrs]?|[Dd]u|mir|[Vv]ous|[Vv]otre|[Vv]os|[Uu]sted|[Tt]us?|[Ss]us?|[Tt]u[oae]i?|[Ss]uo|[Vv]ocê|[Ss]eus?|[Ss]uas?|uw?|je|jouw|[Dd]u|din[a]?|ditt|dit|dine|[Tt]w[oó]j[^\s!-@]{0,3}|[Pp]aństwa|[Vv]ás|[Vv]aš[^\s!-@]{0,3}|[Вв]ы|[Вв]ам|[Вв]аш[^\s!-@]{0,3}|[Вв]и|[Ss]iz(?:in|e|i)?|[Ss]inun|Your|You)(?!\p{L})|tarayıcınız|cihazınız|deneyiminiz|onayınız|tercihleriniz|موافقتك|بياناتك|جهازك|تجربتك|متصفحك|يمكنك|hãy|quý vị|आप|您|你|お客様|あなた|ご利用|ご覧|귀하|회원님|이용자|사용자/u;

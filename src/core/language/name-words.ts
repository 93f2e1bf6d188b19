/**
 * Names that are frequent in headlines of every language. To an n-gram model they look English, Chinese or Dutch, so
 * they are left out.
 */
export const NAME_WORDS: ReadonlySet<string> = new Set(
  `nvidia huawei intel samsung apple google microsoft amazon meta tesla openai deepseek tsmc smic asml micron qualcomm
  broadcom cambricon moore threads biren enflame iluvatar metax hygon loongson phytium zhaoxin alibaba tencent baidu
  bytedance xiaomi lenovo oracle sony toshiba kioxia nikon canon renesas infineon arm cuda geforce radeon ryzen epyc
  xeon gaudi instinct blackwell hopper ampere ascend kunlun rubin android windows linux github chatgpt gemini claude
  copilot iphone ipad macbook pixel galaxy playstation xbox nintendo switch steam valve netflix spotify youtube
  facebook instagram whatsapp tiktok telegram twitter linkedin reddit washington beijing shanghai shenzhen taiwan
  trump biden xi jinping jensen huang lutnick musk altman pro max ultra mini plus air chip chips gpu cpu online web
  internet software hardware server cloud smartphone laptop app blog podcast startup marketing bitcoin crypto euro`.split(
    /\s+/,
  ),
);

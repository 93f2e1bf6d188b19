import { inParagraphs } from './pages.ts';

export interface Post {
  readonly name: string;
  readonly when: string;
  /** Paragraphs in lines. */
  readonly text: string;
}
type Forum = (title: string, posts: readonly Post[]) => string;

const p = (text: string) => inParagraphs(text.split('\n'));

/** The pages of a topic as forum software makes them, and without the names of its classes. */
export const FORUMS: Readonly<Record<string, Forum>> = {
  'Discourse for crawlers': (title, posts) =>
    `<div id="main-outlet" class="wrap" role="main"><div id="topic-title"><h1><a href="/t/slug/123">${title}</a></h1><div class="topic-category"><span class="category-title">News</span></div></div><div itemscope itemtype="http://schema.org/DiscussionForumPosting">${posts.map((post, i) => `<div id="post_${i + 1}" ${i ? 'itemprop="comment" itemscope itemtype="http://schema.org/Comment"' : ''} class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/u/${post.name}"><span itemprop="name">${post.name}</span></a></span><span class="crawler-post-infos"><time class="post-time">${post.when}</time><span itemprop="position">${i + 1}</span></span></div><div class="post" itemprop="text">${p(post.text)}</div></div>`).join('')}</div></div>`,
  'Discourse in the browser': (title, posts) =>
    `<div id="main-outlet-wrapper"><div id="topic-title"><h1 data-topic-id="1"><a class="fancy-title" href="/t/slug/1">${title}</a></h1></div><div class="post-stream">${posts.map((post, i) => `<div class="topic-post clearfix regular"><article id="post_${i + 1}" class="boxed onscreen-post" role="region"><div class="row"><div class="topic-avatar"></div><div class="topic-body clearfix"><div class="topic-meta-data"><div class="names trigger-user-card"><span class="first username"><a href="/u/${post.name}">${post.name}</a></span></div><div class="post-infos"><div class="post-info post-date"><a href="/t/1/${i + 1}"><span class="relative-date">${post.when}</span></a></div></div></div><div class="regular contents"><div class="cooked">${p(post.text)}</div></div></div></div></article></div>`).join('')}</div></div>`,
  'Discourse without names': (title, posts) =>
    `<div><h1>${title}</h1>${posts.map((post) => `<div><div><a href="/u/${post.name}">${post.name}</a><a href="#">${post.when}</a></div>${p(post.text)}</div>`).join('')}</div>`,
  'spans that touch': (title, posts) =>
    `<main><h1>${title}</h1>${posts.map((post) => `<section><header><span>${post.name}</span><span>${post.when}</span></header><div>${p(post.text)}</div></section>`).join('')}</main>`,
  Flarum: (title, posts) =>
    `<div class="DiscussionPage"><header class="Hero DiscussionHero"><h1 class="DiscussionHero-title">${title}</h1></header><div class="PostStream">${posts.map((post, i) => `<div class="PostStream-item" data-index="${i}"><article class="CommentPost Post"><div><header class="Post-header"><ul><li class="item-user"><div class="PostUser"><h3 class="PostUser-name"><a href="/u/${post.name}"><span class="username">${post.name}</span></a></h3></div></li><li class="item-meta"><div class="Dropdown PostMeta"><a class="Dropdown-toggle"><time>${post.when}</time></a></div></li></ul></header><div class="Post-body">${p(post.text)}</div><footer class="Post-footer"><ul></ul></footer></div></article></div>`).join('')}</div></div>`,
  phpBB: (title, posts) =>
    `<div id="page-body"><h2 class="topic-title"><a href="viewtopic.php?t=1">${title}</a></h2>${posts.map((post, i) => `<div id="p${i}" class="post has-profile bg${1 + (i % 2)}"><div class="inner"><dl class="postprofile"><dt class="no-profile-rank"><a class="username" href="memberlist.php?u=${i}">${post.name}</a></dt><dd class="profile-posts"><strong>Posts:</strong> <a href="#">${12 + i}</a></dd><dd class="profile-joined"><strong>Joined:</strong> Mon Jan 06, 2020</dd></dl><div class="postbody"><div><h3${i ? '' : ' class="first"'}><a href="#p${i}">${i ? 'Re: ' : ''}${title}</a></h3><p class="author"><a href="#"><span class="sr-only">Post</span></a> by <strong><a class="username" href="#">${post.name}</a></strong> » ${post.when}</p><div class="content">${post.text.replaceAll('\n', '<br><br>')}</div></div></div></div></div><hr class="divider">`).join('')}</div>`,
  vBulletin: (title, posts) =>
    `<div class="body_wrapper"><div id="pagetitle"><h1>Thread: <span class="threadtitle"><a href="#">${title}</a></span></h1></div><ol id="posts" class="posts">${posts.map((post, i) => `<li class="postbitlegacy postbitim postcontainer" id="post_${i}"><div class="posthead"><span class="postdate"><span class="date">${post.when}</span></span><span class="nodecontrols"><a class="postcounter" href="#">#${i + 1}</a></span></div><div class="postdetails"><div class="userinfo"><div class="username_container"><a class="username"><strong>${post.name}</strong></a></div><span class="usertitle">Senior Member</span><dl class="userinfo_extra"><dt>Join Date</dt><dd>Jan 2020</dd><dt>Posts</dt><dd>1,024</dd></dl></div><div class="postbody"><div class="postrow"><h2 class="title icon">${i ? '' : title}</h2><div class="content"><div><blockquote class="postcontent restore">${post.text.replaceAll('\n', '<br><br>')}</blockquote></div></div></div></div></div></li>`).join('')}</ol></div>`,
  XenForo: (title, posts) =>
    `<div class="p-body-main"><div class="p-title"><h1 class="p-title-value">${title}</h1></div><div class="block-body js-replyNewMessageContainer">${posts.map((post, i) => `<article class="message message--post js-post" data-author="${post.name}"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a class="username">${post.name}</a></h4><h5 class="userTitle message-userTitle">Well-known member</h5></section></div><div class="message-cell message-cell--main"><header class="message-attribution"><ul class="message-attribution-main"><li class="u-concealed"><a href="#"><time class="u-dt">${post.when}</time></a></li></ul><ul class="message-attribution-opposite"><li><a href="#">#${i + 1}</a></li></ul></header><div class="message-content"><div class="message-userContent"><article class="message-body js-selectToQuote"><div class="bbWrapper">${post.text.replaceAll('\n', '<br><br>')}</div></article></div></div></div></div></article>`).join('')}</div></div>`,
  Lemmy: (title, posts) =>
    `<div class="post container-lg"><main class="col-12 col-md-8"><div class="post-listing mt-2"><div class="row"><div class="col"><h1 class="h5 d-inline text-break">${title}</h1><div class="small"><a class="person-listing" href="/u/${posts[0]!.name}">@${posts[0]!.name}</a> • <span class="moment-time">${posts[0]!.when}</span></div></div></div><div class="md-div">${p(posts[0]!.text)}</div></div><div><ul class="comments">${posts
      .slice(1)
      .map(
        (post, i) =>
          `<li class="comment list-unstyled"><article id="comment-${i}" class="details comment-node py-2"><div class="ms-2"><div class="d-flex text-muted small"><a class="person-listing" href="/u/${post.name}">@${post.name}</a><span class="me-1">7</span><span class="moment-time">${post.when}</span></div><div class="comment-content"><div class="md-div">${p(post.text)}</div></div></div></article></li>`,
      )
      .join('')}</ul></div></main></div>`,
  'Lemmy without names': (title, posts) =>
    `<main><div><h2>${title}</h2><div><a href="/u/x">@${posts[0]!.name}</a> • ${posts[0]!.when}</div><div>${p(posts[0]!.text)}</div></div><ul>${posts
      .slice(1)
      .map(
        (post) =>
          `<li><article><div><a href="/u/y">@${post.name}</a><span>${post.when}</span></div><div>${p(post.text)}</div></article></li>`,
      )
      .join('')}</ul></main>`,
  NodeBB: (title, posts) =>
    `<div class="topic"><h1 component="post/header"><span class="topic-title" component="topic/title">${title}</span></h1><ul component="topic" class="posts timeline">${posts.map((post, i) => `<li component="post" class="pt-4 ${i ? '' : 'topic-owner-post'}"><a component="post/anchor" id="${i}"></a><div class="d-flex post-container"><div class="post-container-parent"><div class="content-container"><div class="post-header d-flex"><a class="fw-bold" href="/user/${post.name}">${post.name}</a><span class="text-muted">wrote on <a href="#"><span class="timeago">${post.when}</span></a></span><span class="post-index">#${i + 1}</span></div><div class="content text-break" component="post/content">${p(post.text)}</div></div></div></div></li>`).join('')}</ul></div>`,
};

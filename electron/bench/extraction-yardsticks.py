"""Reads {"id", "file"} lines and writes what other extractors make of the pages, one JSON line a page and extractor."""
import json
import sys
import time

methods = {}


def method(name):
    def add(make):
        try:
            methods[name] = make()
        except ImportError:
            pass
    return add


def of_trafilatura(**options):
    def make():
        from trafilatura import bare_extraction

        def run(html):
            found = bare_extraction(html, include_comments=False, with_metadata=True, **options)
            if found is None:
                return {}
            found = found if isinstance(found, dict) else found.as_dict()
            return dict(articleBody=found.get('text'), title=found.get('title'), author=found.get('author'), date=found.get('date'))
        return run
    return make


method('trafilatura')(of_trafilatura())
method('trafilatura precision')(of_trafilatura(favor_precision=True))
method('trafilatura recall')(of_trafilatura(favor_recall=True))


@method('rs-trafilatura')
def of_rs():
    import rs_trafilatura

    def run(html):
        found = rs_trafilatura.extract(html)
        return dict(articleBody=found.main_content, title=found.title, author=found.author, date=(found.date or '')[:10] or None)
    return run


@method('readability-lxml')
def of_readability():
    from lxml.html import fromstring
    from readability import Document

    def run(html):
        document = Document(html)
        body = fromstring(document.summary())
        for element in body.iter('p', 'div', 'li', 'br', 'h1', 'h2', 'h3', 'h4', 'tr', 'td', 'blockquote'):
            element.tail = '\n' + (element.tail or '')
        return dict(articleBody=body.text_content(), title=document.short_title())
    return run


@method('newspaper4k')
def of_newspaper():
    import newspaper

    def run(html):
        article = newspaper.Article('https://example.org/', fetch_images=False)
        article.set_html(html)
        article.parse()
        date = article.publish_date
        return dict(articleBody=article.text, title=article.title, author=', '.join(article.authors), date=date.date().isoformat() if hasattr(date, 'date') else None)
    return run


@method('htmldate')
def of_htmldate():
    from htmldate import find_date
    return lambda html: dict(date=find_date(html, original_date=True))


pages = [json.loads(line) for line in sys.stdin if line.strip()]
for name, run in methods.items():
    for warm in (True, False):
        for page in pages[:20] if warm else pages:
            html = open(page['file'], 'rb').read().decode('utf-8', 'replace')
            started = time.process_time()
            try:
                found = run(html)
            except Exception:
                found = {}
            ms = (time.process_time() - started) * 1000
            if not warm:
                row = dict(method=name, id=page['id'], ms=ms, articleBody=found.get('articleBody') or '', title=found.get('title'), author=found.get('author'), date=found.get('date'))
                print(json.dumps(row), flush=True)

import { render } from 'preact';
import './ui/styles.css';
import { start } from './state/start';
import { Window } from './window';

render(<Window />, document.body);
void start();

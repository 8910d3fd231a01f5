import type { Order } from './protocol';
import { serve } from './serve';

const take = serve((news, buffers) => self.postMessage(news, { transfer: buffers }));
self.addEventListener('message', (event: MessageEvent<Order>) => take(event.data));

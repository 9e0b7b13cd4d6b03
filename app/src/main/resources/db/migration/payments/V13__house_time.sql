call public.keeps_house_time('payments');
